import type { NodeData, VariableSelector } from '../../model/graph';
import { isSelector, record } from './reading';

/** `{{#node.variable.key#}}` in a text, as the engine reads it. */
const pattern = /\{\{#([a-zA-Z0-9_]{1,50}(?:\.[a-zA-Z_][a-zA-Z0-9_]{0,29}){1,10})#\}\}/g;

export interface TextPart {
  text: string;
  /** Set when the part is a reference. */
  selector?: VariableSelector;
}

/** A text cut into what stands and what is filled in. */
export function textParts(value: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const found of value.matchAll(pattern)) {
    if (found.index > at) parts.push({ text: value.slice(at, found.index) });
    parts.push({ text: found[0], selector: found[1]!.split('.') });
    at = found.index + found[0].length;
  }
  if (at < value.length) parts.push({ text: value.slice(at) });
  return parts;
}

/** A selector as a text names it. */
export const referenceTo = (selector: VariableSelector): string => `{{#${selector.join('.')}#}}`;

/** What a node names: in a field of its own, or inside of a text. */
export interface Reference {
  selector: VariableSelector;
  inText: boolean;
}

const selectorFields = new Set([
  'variable_selector', 'value_selector', 'query_variable_selector', 'query_attachment_selector', 'iterator_selector', 'output_selector',
  'assigned_variable_selector', 'input_variable_selector', 'selector', 'query', 'variable',
]);

// In text these are filled by the node itself.
const ownWords = new Set(['context', 'histories']);

/** All that a node names, whatever its type: by the names that the DSL has for fields of this kind. */
export function referencesOf(data: NodeData): Reference[] {
  const found: Reference[] = [];
  const visit = (value: unknown, field: string, parent: Record<string, unknown>) => {
    if (typeof value === 'string') {
      for (const { selector } of textParts(value)) {
        if (selector && !ownWords.has(selector[0]!) && selector[0] !== '$output') found.push({ selector, inText: true });
      }
    } else if (Array.isArray(value)) {
      if (selectorFields.has(field) || (field === 'value' && namesVariable(parent))) {
        if (isSelector(value)) found.push({ selector: value, inText: false });
      } else if (field === 'variables' && value.every(Array.isArray)) {
        found.push(...value.filter(isSelector).map((selector) => ({ selector, inText: false })));
      } else {
        value.forEach((one) => visit(one, '', parent));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (isOff(value as Record<string, unknown>, name)) continue;
        visit(inner, name, value as Record<string, unknown>);
      }
    }
  };
  visit(data, '', data);
  return found;
}

const namesVariable = ({ type, input_type, value_type }: Record<string, unknown>): boolean => [type, input_type, value_type].includes('variable');

// What is switched off is never read, and what is for people names nothing.
function isOff(holder: Record<string, unknown>, name: string): boolean {
  const inner = holder[name];
  switch (name) {
    case 'title': case 'desc': return true;
    case 'groups': return holder.group_enabled === false;
    case 'variables': return record(holder.advanced_settings).group_enabled === true;
    case 'text': return holder.edition_type === 'jinja2';
    case 'data': return holder.type === 'none';
    default: return record(inner).enabled === false;
  }
}
