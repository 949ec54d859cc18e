import type { Place } from './screen.ts';

/** Where a map opens on whichever phone: at a pin, or of an area only its part of the map (Google, Maps URLs: search, display a map). */
export const mapUrl = ({ latitude, longitude, radius }: Pick<Place, 'latitude' | 'longitude' | 'radius'>): string =>
  radius === undefined
    ? `https://www.google.com/maps/search/?api=1&query=${latitude}%2C${longitude}`
    : `https://www.google.com/maps/@?api=1&map_action=map&center=${latitude}%2C${longitude}&zoom=14`;
