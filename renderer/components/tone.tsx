/**
 * The three tones. Colour never stands alone: each has its own icon shape and a word.
 */
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { texts } from '../texts/texts';

const words = texts.components;

export type Tone = 'good' | 'caution' | 'act';

const ICONS = { good: IconCircleCheck, caution: IconAlertTriangle, act: IconAlertOctagon };
export const TONE_WORDS: Record<Tone, string> = {
  good: words.tones.good,
  caution: words.tones.caution,
  act: words.tones.act,
};

export function toneColor(tone: Tone): string {
  return `var(--doso-${tone})`;
}

/** Decorative when words stand beside it; otherwise give it `label`. */
export function ToneIcon({ tone, size = 16, label }: { tone: Tone; size?: number; label?: string }) {
  const Icon = ICONS[tone];
  return (
    <Icon
      size={size}
      stroke={2}
      color={toneColor(tone)}
      style={{ flex: 'none' }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
