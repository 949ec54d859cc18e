import type { Language } from '#core/language.ts';

type Names = Partial<Record<Language, string>>;

/** Zones that are named after no city: the one that people there live by. */
const CAPITALS: Readonly<Record<string, string>> = {
  'Atlantic/Canary': 'Las Palmas',
  'Atlantic/Madeira': 'Funchal',
  'Atlantic/Azores': 'Ponta Delgada',
  'Atlantic/Faroe': 'Tórshavn',
};

/** Cities that have another name in some of our languages. */
const NAMES: Readonly<Record<string, Names>> = {
  Amsterdam: { es: 'Ámsterdam', pt: 'Amesterdão' },
  Athens: {
    nl: 'Athene',
    de: 'Athen',
    fr: 'Athènes',
    es: 'Atenas',
    pt: 'Atenas',
    it: 'Atene',
    pl: 'Ateny',
    sv: 'Aten',
    no: 'Athen',
  },
  Berlin: { nl: 'Berlijn', es: 'Berlín', pt: 'Berlim', it: 'Berlino' },
  Brussels: {
    nl: 'Brussel',
    de: 'Brüssel',
    fr: 'Bruxelles',
    es: 'Bruselas',
    pt: 'Bruxelas',
    it: 'Bruxelles',
    pl: 'Bruksela',
    sv: 'Bryssel',
    no: 'Brussel',
  },
  Bucharest: {
    nl: 'Boekarest',
    de: 'Bukarest',
    fr: 'Bucarest',
    es: 'Bucarest',
    pt: 'Bucareste',
    it: 'Bucarest',
    pl: 'Bukareszt',
    sv: 'Bukarest',
    no: 'Bucuresti',
  },
  Budapest: { nl: 'Boedapest', pt: 'Budapeste', pl: 'Budapeszt' },
  Copenhagen: {
    nl: 'Kopenhagen',
    de: 'Kopenhagen',
    fr: 'Copenhague',
    es: 'Copenhague',
    pt: 'Copenhaga',
    it: 'Copenaghen',
    pl: 'Kopenhaga',
    sv: 'Köpenhamn',
    no: 'København',
  },
  Dublin: { es: 'Dublín', it: 'Dublino' },
  Helsinki: { pt: 'Helsínquia', sv: 'Helsingfors', no: 'Helsingfors' },
  Istanbul: { fr: 'Istanbul', es: 'Estambul', pt: 'Istambul', pl: 'Stambuł' },
  Lisbon: {
    nl: 'Lissabon',
    de: 'Lissabon',
    fr: 'Lisbonne',
    es: 'Lisboa',
    pt: 'Lisboa',
    it: 'Lisbona',
    pl: 'Lizbona',
    sv: 'Lissabon',
    no: 'Lisboa',
  },
  London: { nl: 'Londen', fr: 'Londres', es: 'Londres', pt: 'Londres', it: 'Londra', pl: 'Londyn' },
  Luxembourg: {
    nl: 'Luxemburg',
    de: 'Luxemburg',
    es: 'Luxemburgo',
    pt: 'Luxemburgo',
    it: 'Lussemburgo',
    pl: 'Luksemburg',
    sv: 'Luxemburg',
  },
  Madrid: { pl: 'Madryt' },
  Monaco: { es: 'Mónaco', pt: 'Mónaco', pl: 'Monako' },
  'New York': { es: 'Nueva York', pt: 'Nova Iorque', pl: 'Nowy Jork' },
  Paris: { nl: 'Parijs', es: 'París', it: 'Parigi', pl: 'Paryż' },
  Prague: { nl: 'Praag', de: 'Prag', es: 'Praga', pt: 'Praga', it: 'Praga', pl: 'Praga', sv: 'Prag', no: 'Praha' },
  Rome: { de: 'Rom', es: 'Roma', pt: 'Roma', it: 'Roma', pl: 'Rzym', sv: 'Rom', no: 'Roma' },
  Stockholm: { es: 'Estocolmo', pt: 'Estocolmo', it: 'Stoccolma', pl: 'Sztokholm' },
  Vienna: { nl: 'Wenen', de: 'Wien', fr: 'Vienne', es: 'Viena', pt: 'Viena', pl: 'Wiedeń', sv: 'Wien', no: 'Wien' },
  Warsaw: {
    nl: 'Warschau',
    de: 'Warschau',
    fr: 'Varsovie',
    es: 'Varsovia',
    pt: 'Varsóvia',
    it: 'Varsavia',
    pl: 'Warszawa',
    sv: 'Warszawa',
    no: 'Warszawa',
  },
  Zurich: {
    nl: 'Zürich',
    de: 'Zürich',
    es: 'Zúrich',
    pt: 'Zurique',
    it: 'Zurigo',
    pl: 'Zurych',
    sv: 'Zürich',
    no: 'Zürich',
  },
};

/** The city that an IANA zone is known by; undefined for zones of no place, such as UTC. */
export function cityOf(zone: string, language: Language): string | undefined {
  if (!zone.includes('/') || zone.startsWith('Etc/')) return undefined;
  const city = CAPITALS[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return NAMES[city]?.[language] ?? city;
}
