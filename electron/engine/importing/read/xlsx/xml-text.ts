/** Text and attributes of XML as spreadsheets write it; namespace prefixes are allowed on every tag. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves entities, and Excel's own escapes for characters that XML cannot hold (`_x000D_`). */
export function decodeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
}

export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeXml(value);
}

/** The text runs of a shared or inline string, without phonetic hints. */
export function runsOfText(xml: string): string {
  let text = '';
  const visible = xml.includes('rPh') ? xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : xml;
  for (const match of visible.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g))
    text += match[1] ?? '';
  return decodeXml(text);
}

/** Longer than any row that a person made; what is longer is damage or an attack. */
const LONGEST_ELEMENT = 32 * 1024 * 1024;

/**
 * Cuts a stream of XML into the elements of one name, as they stand, whatever the pieces it arrives in.
 * Elements of that name must not contain each other.
 */
export class ElementCutter {
  private rest = '';
  private readonly opening: RegExp;
  private readonly closing: RegExp;

  constructor(name: string) {
    this.opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g');
    this.closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
  }

  push(text: string): string[] {
    const all = this.rest + text;
    const elements: string[] = [];
    let at = 0;
    for (;;) {
      this.opening.lastIndex = at;
      const open = this.opening.exec(all);
      if (!open) break;
      const end = open[0].endsWith('/>') ? this.opening.lastIndex : this.endOf(all, this.opening.lastIndex);
      if (end < 0) {
        at = open.index;
        break;
      }
      elements.push(all.slice(open.index, end));
      at = end;
    }
    this.rest = this.withoutSeen(all, at);
    if (this.rest.length > LONGEST_ELEMENT) throw new Error('an element does not end');
    return elements;
  }

  private endOf(text: string, from: number): number {
    this.closing.lastIndex = from;
    return this.closing.test(text) ? this.closing.lastIndex : -1;
  }

  /** Between elements only an unfinished tag has to be kept. */
  private withoutSeen(text: string, at: number): string {
    this.opening.lastIndex = at;
    if (this.opening.test(text)) return text.slice(at);
    const lastTag = text.lastIndexOf('<');
    return lastTag >= at && !text.includes('>', lastTag)
      ? text.slice(lastTag)
      : text.slice(Math.max(at, text.length - 200));
  }
}
