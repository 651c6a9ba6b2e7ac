/** A node of the rich text that the DSL keeps in notes, as JSON: `{"root": {"children": [{"type": "paragraph", …}]}}`. */
interface Rich {
  type?: string;
  text?: string;
  format?: number | string;
  url?: string;
  tag?: string;
  listType?: string;
  indent?: number;
  children?: Rich[];
  [field: string]: unknown;
}

const marks: readonly [number, string][] = [[16, '`'], [4, '~~'], [2, '*'], [1, '**']];

/** The text of a note as Markdown. What is no rich text is taken for Markdown already. */
export function markdownOf(stored: unknown): string {
  if (typeof stored !== 'string' || stored === '') return '';
  if (!stored.startsWith('{')) return stored;
  try {
    const { root } = JSON.parse(stored) as { root?: Rich };
    return root ? blocks(root.children ?? []).trimEnd() : stored;
  } catch {
    return stored;
  }
}

function blocks(children: readonly Rich[]): string {
  return children.map((block) => {
    switch (block.type) {
      case 'heading': return `${'#'.repeat(Number(block.tag?.slice(1)) || 1)} ${inline(block)}\n\n`;
      case 'quote': return `> ${inline(block)}\n\n`;
      case 'code': return `\`\`\`\n${inline(block)}\n\`\`\`\n\n`;
      case 'list': return `${items(block, 0)}\n`;
      default: {
        const text = inline(block);
        return text === '' ? '\n' : `${text}\n\n`;
      }
    }
  }).join('').replace(/\n{3,}/g, '\n\n');
}

function items(list: Rich, depth: number): string {
  return (list.children ?? []).map((item, at) => {
    const inner = (item.children ?? []).filter(({ type }) => type === 'list').map((one) => items(one, depth + 1)).join('');
    const text = inline({ ...item, children: (item.children ?? []).filter(({ type }) => type !== 'list') });
    const mark = list.listType === 'number' ? `${at + 1}.` : '-';
    return `${text === '' ? '' : `${'  '.repeat(depth)}${mark} ${text}\n`}${inner}`;
  }).join('');
}

function inline({ children = [] }: Rich): string {
  return children.map((part) => {
    if (part.type === 'linebreak') return '\n';
    if (part.type === 'link' || part.type === 'autolink') return `[${inline(part)}](${part.url ?? ''})`;
    if (part.text === undefined) return inline(part);
    const format = typeof part.format === 'number' ? part.format : 0;
    return part.text.trim() === '' ? part.text : marks.reduce((text, [bit, mark]) => (format & bit ? `${mark}${text}${mark}` : text), part.text);
  }).join('');
}

const element = (type: string, children: Rich[], more: Rich = {}): Rich =>
  ({ children, direction: 'ltr', format: '', indent: 0, type, version: 1, ...more });
const textPart = (text: string, format = 0): Rich => ({ detail: 0, format, mode: 'normal', style: '', text, type: 'text', version: 1 });

/** Markdown as the rich text that the DSL keeps. Paragraphs, headings, lists, quotes, marks and links; the rest stays as written. */
export function richTextOf(markdown: string): string {
  const children: Rich[] = [];
  const paragraph: string[] = [];
  const close = () => {
    if (paragraph.length > 0) children.push(element('paragraph', parts(paragraph.splice(0).join('\n')), { textFormat: 0 }));
  };
  for (const line of markdown.split('\n')) {
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    const item = /^\s*([-*]|\d+\.)\s+(.*)$/.exec(line);
    const quote = /^>\s?(.*)$/.exec(line);
    if (line.trim() === '') close();
    else if (heading) {
      close();
      children.push(element('heading', parts(heading[2]!), { tag: `h${heading[1]!.length}` }));
    } else if (quote) {
      close();
      children.push(element('quote', parts(quote[1]!)));
    } else if (item) {
      close();
      addItem(children, /\d/.test(item[1]!) ? 'number' : 'bullet', item[2]!);
    } else paragraph.push(line);
  }
  close();
  if (children.length === 0) children.push(element('paragraph', [], { textFormat: 0 }));
  return JSON.stringify({ root: element('root', children) });
}

function addItem(children: Rich[], listType: 'number' | 'bullet', text: string): void {
  const last = children.at(-1);
  const isSame = last?.type === 'list' && last.listType === listType;
  const list = isSame ? last : element('list', [], { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' });
  list.children!.push(element('listitem', parts(text), { value: list.children!.length + 1 }));
  if (!isSame) children.push(list);
}

const inlineMark = /\*\*(.+?)\*\*|\*(.+?)\*|~~(.+?)~~|`(.+?)`|\[([^\]]*)\]\(([^)]*)\)|\n/g;

function parts(text: string): Rich[] {
  const found: Rich[] = [];
  let at = 0;
  for (const match of text.matchAll(inlineMark)) {
    if (match.index > at) found.push(textPart(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const [all, bold, italic, struck, code, label, url] = match;
    if (all === '\n') found.push({ type: 'linebreak', version: 1 });
    else if (label !== undefined) found.push(element('link', [textPart(label)], { rel: 'noreferrer', target: null, title: null, url }));
    else found.push(textPart((bold ?? italic ?? struck ?? code)!, bold ? 1 : italic ? 2 : struck ? 4 : 16));
  }
  if (at < text.length) found.push(textPart(text.slice(at)));
  return found;
}
