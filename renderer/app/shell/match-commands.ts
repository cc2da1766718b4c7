/** Commands whose words begin with each word typed, or that hold the whole text; all when nothing is typed. */
export function matchCommands<T extends { label: string }>(commands: readonly T[], text: string): T[] {
  const wanted = words(text);
  if (wanted.length === 0) return [...commands];
  const whole = wanted.join(' ');
  return commands.filter(({ label }) => {
    const has = words(label);
    return (
      has.join(' ').includes(whole) || wanted.every((word) => has.some((other) => other.startsWith(word)))
    );
  });
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
