/** A small, lenient XML parser: elements, attributes and text. No DTDs, so nothing can be fetched or expanded. */
import { engineTexts } from '@shared/texts/engine-texts';
import { decodeEntities } from './entities';

const words = engineTexts.importing.files.xml;

export type XmlElement = {
  /** Without its namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
};

/** No alternative can run past the next `<`, or past an unclosed end more than once: damage costs no quadratic time. */
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^<>]*>|<\/([^<>\s]+)\s*>|<([^\s/<>!?]+)((?:"[^"<]*"|'[^'<]*'|[^<>"'/]|\/(?!>))*)(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DEEPEST = 200;

/** Throws an Error when elements do not match, or the file ends inside one. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: XmlElement[] = [root];
  let from = 0;
  for (const match of text.matchAll(PIECE)) {
    const [piece, data, ended, started, attributes = '', isEmpty] = match;
    const parent = open[open.length - 1] ?? root;
    parent.text += decodeEntities(text.slice(from, match.index));
    from = match.index + piece.length;
    if (data !== undefined) parent.text += data;
    else if (ended !== undefined) endElement(open, withoutPrefix(ended));
    else if (started !== undefined) {
      const element = startElement(parent, started, attributes);
      if (isEmpty === '') open.push(element);
      if (open.length > DEEPEST) throw new Error(words.tooDeep);
    }
  }
  if (open.length > 1) throw new Error(words.notClosed(open.at(-1)?.name ?? ''));
  return root;
}

function startElement(parent: XmlElement, name: string, attributes: string): XmlElement {
  const pairs = [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, key]) => !/^xmlns(:|$)|:schemaLocation$/.test(key ?? ''))
    .map(([, key = '', one, other]) => [withoutPrefix(key), decodeEntities(one ?? other ?? '')] as const);
  const element = { name: withoutPrefix(name), attributes: new Map(pairs), children: [], text: '' };
  parent.children.push(element);
  return element;
}

function endElement(open: XmlElement[], name: string): void {
  const element = open.pop();
  if (open.length === 0 || element?.name !== name) throw new Error(words.notOpen(name));
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
