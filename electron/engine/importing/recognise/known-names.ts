/** Every name that any kind of file knows a column by. */
import type { Field } from './fields/field';
import { importKinds, kindDefinitions } from './fields/kinds';
import { type HeaderName, normaliseHeader } from './normalise-header';

const namesByField = new WeakMap<Field, HeaderName[]>();

/** Title, own name and aliases of a field in comparable form, the likelier first. */
export function namesOf(field: Field): HeaderName[] {
  const known = namesByField.get(field);
  if (known) return known;
  const names = [field.title, field.name, ...field.aliases].map(normaliseHeader);
  namesByField.set(field, names);
  return names;
}

type NameSets = { joined: ReadonlySet<string>; bags: ReadonlySet<string>; all: readonly HeaderName[] };

let everyName: NameSets | undefined;

export function allNames(): NameSets {
  if (everyName) return everyName;
  const all = importKinds.flatMap((kind) => kindDefinitions[kind].fields.flatMap(namesOf));
  everyName = {
    all,
    joined: new Set(all.map(({ joined }) => joined)),
    bags: new Set(all.map(({ bag }) => bag).filter((bag) => bag !== '')),
  };
  return everyName;
}

/** Such a name is not taken for a misspelling of another one: a deal number is no dealer number. */
export function isKnownName(name: HeaderName): boolean {
  const { joined, bags } = allNames();
  return joined.has(name.joined) || bags.has(name.bag);
}
