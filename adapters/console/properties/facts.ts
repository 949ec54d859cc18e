import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, tick, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, type NumberLimits, readFields } from '#adapters/console/read-fields.ts';
import { changeProperty } from '#core/crm/change-property.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import type { PropertyChange } from '#core/crm/records.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { FEATURES, featureName, featureOf, TYPES, typeName } from '#core/offers/property-words.ts';
import type { Words } from '#core/words.ts';
import { headLine, propertyOf, propertyPage } from './property-page.ts';
import { pathOf } from './property-words.ts';
import { textsPart } from './texts.ts';

type Needs = { readonly words: Words };

const COUNT: NumberLimits = { least: 0, most: 10_000, whole: true };
const AREA: NumberLimits = { least: 0, most: 1_000_000_000 };
const NUMBERS = {
  number_of_bedrooms: COUNT,
  number_of_bathrooms: COUNT,
  builded_area: AREA,
  useful_area: AREA,
  plot_size: AREA,
} as const;
type NumberField = keyof typeof NUMBERS;
const NUMBER_FIELDS = Object.keys(NUMBERS).filter((name): name is NumberField => Object.hasOwn(NUMBERS, name));
const ADDRESS = ['street', 'address_line_2', 'zip_code', 'city', 'state', 'country'] as const;
const LABELS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
const TRANSACTIONS = ['for_sale', 'for_rent'] as const;
const MOST = { name: 300, type: 100, reference: 100, address: 300, url: 2000 } as const;
const WEB = /^https?:\/\/\S+$/;

/** What a property is, and its texts. */
export function factsRoutes(door: Door, needs: Needs): void {
  const show = async (visit: Visit, asked: Asked) => {
    const property = await propertyOf(visit, asked);
    return property && factsPage(visit, needs, property);
  };
  door.page({
    path: '/properties/:id/facts',
    deed: 'readRecords',
    show,
    parts: {
      texts: async (visit, asked) => {
        const property = await propertyOf(visit, asked);
        return property && textsPart(visit, property);
      },
      line: async (visit, asked) => {
        const property = await propertyOf(visit, asked);
        return property && headLine(visit, property);
      },
    },
  });

  door.deed({
    path: '/properties/:id/facts',
    deed: 'changeProperty',
    async work(visit, form, asked): Promise<Outcome> {
      const before = await propertyOf(visit, asked);
      if (!before) return { is: 'refused', refusal: noSuch('property') };
      const { change, mistakes } = changeIn(visit, form, before);
      if (isMistaken(mistakes)) {
        const typed = { ...before, ...change };
        return {
          is: 'again',
          form: factsForm(visit, needs, typed, mistakes),
          page: (fresh) => factsPage(fresh, needs, typed, mistakes),
        };
      }
      await changeProperty({ ...visit.kept, clock: visit.clock }, before.id, change);
      return { is: 'done', said: visit.say('frame.saved'), to: `${pathOf(before)}/facts` };
    },
  });
}

const factsPage = (visit: Visit, needs: Needs, property: PropertyRecord, mistakes: Mistakes = {}): Promise<Page> =>
  propertyPage(
    visit,
    property,
    'facts',
    html`<div class="stack">${panel({ id: 'facts', title: visit.say('facts.title'), body: factsForm(visit, needs, property, mistakes) })}${textsPart(visit, property)}</div>`,
  );

function changeIn(
  { say }: Visit,
  form: Form,
  before: PropertyRecord,
): { readonly change: PropertyChange; readonly mistakes: Mistakes } {
  const fields = readFields(form, say);
  const numbers: { -readonly [Name in NumberField]?: number | null } = {};
  for (const name of NUMBER_FIELDS) numbers[name] = fields.number(name, NUMBERS[name]);
  const address = Object.fromEntries(
    ADDRESS.flatMap((part) => {
      const text = fields.words(part, MOST.address);
      return text === null ? [] : [[part, text]];
    }),
  );
  const consumption = fields.oneOf('consumption', LABELS) ?? null;
  const emissions = fields.oneOf('emissions', LABELS) ?? null;
  const tour = fields.words('virtual_tour_url', MOST.url);
  const place = pointIn(form.text('location'));
  const change = {
    name: fields.needed('name', MOST.name),
    type: fields.needed('type', MOST.type),
    transaction: fields.oneOf('transaction', TRANSACTIONS) ?? before.transaction,
    reference: fields.words('reference', MOST.reference),
    ...numbers,
    energy_rating: consumption || emissions ? { consumption, emissions } : null,
    address: Object.keys(address).length > 0 ? address : null,
    location: place === 'none' ? before.location : place,
    virtual_tour_url: tour,
    features: featuresIn(form, before),
  };
  const mistakes = {
    ...fields.mistakes,
    ...(tour !== null && !WEB.test(tour) ? { virtual_tour_url: say('facts.noUrl') } : {}),
    ...(place === 'none' ? { location: say('facts.noPoint') } : {}),
  };
  return { change, mistakes };
}

/** Latitude and longitude, as maps copy them; null where nothing is typed, `none` where it is no place. */
function pointIn(typed: string): PropertyRecord['location'] | 'none' {
  if (typed.trim() === '') return null;
  const found = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(typed);
  const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])];
  const isPlace = found !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? { type: 'Point', coordinates: [longitude, latitude] } : 'none';
}

/** The keys that may be ticked: ours, and those that the property has under names of its own. */
function featureKeys({ features }: PropertyRecord): readonly string[] {
  const own = Object.keys(features);
  const known = FEATURES.filter((feature) => !own.some((each) => featureOf(each) === feature));
  return [...own, ...known];
}

function featuresIn(form: Form, before: PropertyRecord): Readonly<Record<string, boolean>> {
  const ticked = new Set(form.texts('features'));
  const keys = featureKeys(before).filter((key) => ticked.has(key) || Object.hasOwn(before.features, key));
  return Object.fromEntries(keys.map((key) => [key, ticked.has(key)]));
}

function factsForm(visit: Visit, { words }: Needs, property: PropertyRecord, wrong: Mistakes = {}): Html {
  const { say } = visit;
  const { location, energy_rating: energy, address } = property;
  const inWords = (text: ReturnType<typeof typeName>) => words.say(text, say.language);
  const types = TYPES.map((type) => ({ value: type, name: inWords(typeName(type)) }));
  const energyLabel = (name: 'consumption' | 'emissions') =>
    choice({
      ...{ name, label: say(`facts.${name}`), value: energy?.[name] ?? null, wrong: wrong[name] },
      options: [{ value: '', name: '–' }, ...LABELS.map((label) => ({ value: label, name: label }))],
    });
  return deedForm(visit, {
    ...{ id: 'facts-form', action: `${pathOf(property)}/facts`, className: 'body stack' },
    body: html`${toMend(say, wrong)}
<div class="fields">${line({ name: 'name', label: say('facts.name'), value: property.name, isNeeded: true, most: MOST.name, wrong: wrong.name })}${line({ name: 'reference', label: say('facts.reference'), value: property.reference, most: MOST.reference, wrong: wrong.reference })}${line({ name: 'type', label: say('facts.type'), value: property.type, isNeeded: true, most: MOST.type, list: types, wrong: wrong.type })}${choice({ name: 'transaction', label: say('facts.transaction'), value: property.transaction, options: TRANSACTIONS.map((value) => ({ value, name: say(`property.transaction.${value}`) })) })}</div>
<fieldset class="group"><legend>${say('facts.size')}</legend><div class="fields three">${NUMBER_FIELDS.map((name) => line({ name, label: say(`facts.${name}`), value: property[name], inputmode: 'decimal', wrong: wrong[name] }))}${energyLabel('consumption')}${energyLabel('emissions')}</div></fieldset>
<fieldset class="group"><legend>${say('facts.address')}</legend><div class="fields">${ADDRESS.map((part) => line({ name: part, label: say(`facts.${part}`), value: address?.[part] ?? null, most: MOST.address, wrong: wrong[part] }))}${line({ name: 'location', label: say('facts.location'), value: location ? [location.coordinates[1], location.coordinates[0]].join(', ') : null, hint: say('facts.locationHint'), wrong: wrong.location })}${line({ name: 'virtual_tour_url', label: say('facts.tour'), kind: 'url', value: property.virtual_tour_url, most: MOST.url, wrong: wrong.virtual_tour_url })}</div></fieldset>
<fieldset class="group"><legend>${say('facts.features')}</legend><div class="ticks">${featureKeys(property).map((key) => tick({ name: 'features', value: key, label: inWords(featureName(key)), isOn: property.features[key] === true }))}</div></fieldset>
<div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}
