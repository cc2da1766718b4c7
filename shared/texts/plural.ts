/**
 * The form of a word that goes with a count, by the rules of the language of the texts: English has two, others have
 * more, and none of them is "one, else s".
 */
import { LOCALE } from './locale';

const rules = new Intl.PluralRules(LOCALE);

export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

export function plural(count: number, forms: PluralForms): string {
  return forms[rules.select(count)] ?? forms.other;
}
