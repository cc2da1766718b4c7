/**
 * Words for people that stand in a source of the window instead of the catalogue, and values that are written
 * by another way than lib/format. Read from the syntax tree (that of Vite: the compiler has no steady interface
 * of its own): text between tags, strings where people read (attributes and properties of READ, children), and
 * any other string that looks like words.
 */
import { parseSync } from 'vite';

export type LooseWords = { line: number; text: string };

type Node = { type: string; start: number; [field: string]: unknown };
/** `read`: every letter is shown; `any`: only what looks like words; `silent`: compared or for the machine. */
type Place = 'read' | 'any' | 'silent';

/** Attributes and properties that people see or hear. */
const READ = new Set(
  [
    'title label placeholder description alt error header headerName headerTooltip note caption empty summary',
    'yes no detail hint message text word words unit tooltip heading subtitle lead action bucketWord question',
    'aria-label aria-description aria-roledescription aria-valuetext ariaLabel okLabel confirmLabel',
  ].flatMap((line) => line.split(' ')),
);
/** For the machine, though they hold words or spaces. */
const SILENT =
  /^(className|classNames|style|styles|fontFamily|family|hovermode|id|key|type|href|src|d|viewBox|transform|data-.*|aria-(controls|labelledby|describedby))$/;
const OWN_FORMAT = /^(Intl|toLocaleString|toLocaleDateString|toLocaleTimeString)$/;
/** Given the forms of a word. */
const TAKES_WORDS = /^plural$/;
/** Media queries, markup, fonts, platforms and keys by the names that the browser gives them. */
const FOR_THE_MACHINE =
  /^\((prefers|max-width|min-width)|^<svg|^'Inter|^input, textarea$|^(Mac|Enter|Space|Home|End|Control\+)$|^(Cmd|Alt|Shift)\+|^(#[0-9a-f]{3,8}$|rgba?\(|@page |\d+px )/;

/** What remains to be translated without markup, the placeholders of a chart's hover text and the product's name. */
const shown = (text: string) => text.replace(/<[^>]*>|%\{[^}]*\}|\bDOSO\b/g, '');
const hasLetter = (text: string) => /\p{L}/u.test(shown(text));
const LOCALE_NAME = /^[a-z]{2}-[A-Z]{2}$/;
const looksLikeWords = (text: string) =>
  LOCALE_NAME.test(text) ||
  /^\p{Lu}\p{Ll}+(?!\p{L})/u.test(shown(text)) ||
  /\p{L}{2}.*\s|\s.*\p{L}{2}/su.test(shown(text));

export function findLooseWords(file: string, source: string): LooseWords[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: LooseWords[] = [];
  const report = (node: Node, text: string) =>
    found.push({
      line: source.slice(0, node.start).split('\n').length,
      text: text.trim().replace(/\s+/g, ' '),
    });
  visit(program as unknown as Node, 'any', report);
  return found;
}

function visit(node: Node, place: Place, report: (node: Node, text: string) => void): void {
  const text = textOf(node);
  if (text !== null) {
    if (FOR_THE_MACHINE.test(text)) return;
    if (
      place === 'read' || node.type === 'JSXText' ? hasLetter(text) : place === 'any' && looksLikeWords(text)
    )
      report(node, text);
    return;
  }
  if (node.type === 'Identifier' && OWN_FORMAT.test(String(node.name)))
    report(node, `${node.name} outside lib/format`);
  for (const [field, child] of Object.entries(node)) {
    const inner = placeOf(node, field, place);
    for (const one of Array.isArray(child) ? child : [child])
      if (inner && isNode(one)) visit(one, inner, report);
  }
}

function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  return node.type === 'TemplateElement' ? (node.value as { cooked: string }).cooked : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Where a child of a node stands; null where nothing in it can be shown. */
function placeOf(node: Node, field: string, place: Place): Place | null {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return field === 'expression' ? place : null;
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportAllDeclaration':
    case 'ThrowStatement':
      return null;
    case 'NewExpression':
      return isNode(node.callee) && node.callee.name === 'Error' ? null : 'any';
    case 'JSXAttribute':
      return field === 'value' ? placeOfNamed(String((node.name as Node).name), 'any') : null;
    case 'Property':
    case 'PropertyDefinition':
      return field === 'key' && !node.computed ? null : placeOfNamed(keyOf(node.key), place);
    case 'JSXElement':
    case 'JSXFragment':
      return field === 'children' ? 'read' : 'any';
    case 'JSXOpeningElement':
      return field === 'attributes' ? 'any' : null;
    // Settings under a name that people read: the legend of a chart.
    case 'ObjectExpression':
      return place === 'read' ? 'any' : place;
    case 'ConditionalExpression':
      return field === 'test' ? 'any' : place;
    case 'BinaryExpression':
      return node.operator === '+' ? place : 'silent';
    case 'SwitchCase':
      return field === 'test' ? 'silent' : place;
    case 'MemberExpression':
      return field === 'property' ? 'silent' : 'any';
    case 'CallExpression':
      return field === 'arguments' && TAKES_WORDS.test(keyOf(node.callee)) ? 'read' : 'any';
    default:
      return node.type.startsWith('TS') ? null : place;
  }
}

function placeOfNamed(name: string, place: Place): Place {
  if (READ.has(name)) return 'read';
  return SILENT.test(name) ? 'silent' : place;
}

function keyOf(key: unknown): string {
  return isNode(key) ? String(key.name ?? key.value ?? '') : '';
}
