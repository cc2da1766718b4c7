/**
 * Words for people that stand in a source instead of the catalogue, and in the window values that are written
 * by another way than lib/format. Read from the syntax tree (that of Vite: the compiler has no steady interface
 * of its own): text between tags, strings where people read (attributes and properties of READ, children, the
 * messages of AppError), and any other string that looks like words.
 */
import { parseSync } from 'vite';

export type LooseWords = { line: number; text: string };

type Node = { type: string; start: number; [field: string]: unknown };
/** `read`: every letter is shown; `any`: only what looks like words; `silent`: compared or for the machine. */
type Place = 'read' | 'any' | 'silent';
type Report = (node: Node, text: string) => void;
/** The engine also speaks to the database and the log, and throws sentences that people read. */
type Side = 'window' | 'engine';

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

/** SQL, by the tag of its template or the method that takes it, with names that Kysely gives to columns. */
const TAKES_SQL =
  /^(sql|raw|query|exec|execute|select|selectFrom|where|having|returning|innerJoin|leftJoin|crossJoin|aggregate\w*)$/;
/** What a text is only compared with. */
const COMPARES = /^(includes|startsWith|endsWith|indexOf|has|get|test|match|split|localeCompare)$/;
const WRITES_LOG = /^(logger|console)$/;
/** Bugs, which people see as an id, and what is thrown to start anew. */
const OF_THE_MACHINE = /^((Type|Range|Syntax)?Error|PlanOutdated|RegExp|Set|URL)$/;
const READ_OF_ENGINE = /^(title|label|message|nextStep|note|summary|remark|detail|meaning)$/;
const SILENT_IN_ENGINE = /^(key|id|kind|code|unit|format|sql|aliases|example|spellings|headers)$/;
/** Codes of failures, and SQL that is put together before it is tagged. */
const CODE = /^[A-Z]+(_[A-Z]+)+$|^(CONFLICT|LOCKED|INFEASIBLE|CANCELLED|INTERNAL)$/;
const LOOKS_LIKE_SQL = new RegExp(
  [
    "\\b(select \\w[\\w.*, ]* from|insert into \\w+|update \\w+ set|union all|vacuum|double precision)\\b|\\bdate '",
    '\\b(where|and|on|ON|by) \\(?\\w+(\\.|_)\\w|\\bdelete from \\w*_|\\bcreate (unique )?index|nulls not distinct|dev/blob',
    '\\b(coalesce|hashtext|jsonb_\\w+)\\(|\\b\\w\\.\\w+ = |^(?=.*_)[a-z_]+(, [a-z_]+)+$',
  ].join('|'),
  's',
);

export function findLooseWords(file: string, source: string, side: Side = 'window'): LooseWords[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: LooseWords[] = [];
  const report: Report = (node, text) =>
    found.push({
      line: source.slice(0, node.start).split('\n').length,
      text: text.trim().replace(/\s+/g, ' '),
    });
  visit(program as unknown as Node, 'any', side, report);
  return found;
}

function visit(node: Node, place: Place, side: Side, report: Report): void {
  const text = textOf(node);
  if (text !== null) {
    if (FOR_THE_MACHINE.test(text) || (side === 'engine' && (CODE.test(text) || LOOKS_LIKE_SQL.test(text))))
      return;
    if (
      place === 'read' || node.type === 'JSXText' ? hasLetter(text) : place === 'any' && looksLikeWords(text)
    )
      report(node, text);
    return;
  }
  if (side === 'window' && node.type === 'Identifier' && OWN_FORMAT.test(String(node.name)))
    report(node, `${node.name} outside lib/format`);
  for (const [field, child] of Object.entries(node)) {
    const around = side === 'engine' ? placeInEngine(node, field, place) : undefined;
    const inner = around === undefined ? placeOf(node, field, place) : around;
    for (const one of Array.isArray(child) ? child : [child])
      if (inner && isNode(one)) visit(one, inner, side, report);
  }
}

/** Where the engine differs from the window; undefined where it does not. */
function placeInEngine(node: Node, field: string, place: Place): Place | null | undefined {
  switch (node.type) {
    case 'ThrowStatement':
      return place;
    case 'TaggedTemplateExpression':
      return 'silent';
    case 'TemplateLiteral':
      return LOOKS_LIKE_SQL.test((node.quasis as Node[]).map(textOf).join('x')) ? 'silent' : undefined;
    case 'Property':
    case 'PropertyDefinition':
      if (field === 'key') return undefined;
      if (SILENT_IN_ENGINE.test(keyOf(node.key))) return 'silent';
      return READ_OF_ENGINE.test(keyOf(node.key)) ? 'read' : 'any';
    case 'NewExpression':
      if (OF_THE_MACHINE.test(keyOf(node.callee))) return null;
      return field === 'arguments' && keyOf(node.callee) === 'AppError' ? 'read' : undefined;
    case 'CallExpression': {
      const { object, property, name } = node.callee as Node;
      if (WRITES_LOG.test(keyOf(object)) || WRITES_LOG.test(keyOf((object as Node | undefined)?.property)))
        return null;
      const called = String(name ?? keyOf(property));
      return field === 'arguments' && (TAKES_SQL.test(called) || COMPARES.test(called))
        ? 'silent'
        : undefined;
    }
    default:
      return undefined;
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
