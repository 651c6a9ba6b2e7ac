import type { NodeData, WorkflowConfig } from '../model/graph';

/** At most two lines about what a node does: the key of a word in front, and the app's own words. */
export function summaryOf(data: NodeData, config: WorkflowConfig): [string, string][] {
  return lines(data, config).filter(([, value]) => value !== '').slice(0, 2);
}

type Named = Record<string, unknown>;

const list = (value: unknown): Named[] => (Array.isArray(value) ? (value as Named[]).filter((one) => one !== null && typeof one === 'object') : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const names = (items: readonly Named[], field: string): string => items.map((one) => text(one[field])).filter((name) => name !== '').join(', ');

function lines(data: NodeData, config: WorkflowConfig): [string, string][] {
  const shown = (value: unknown) => readable(text(value), config);
  const from = (selector: unknown) => (Array.isArray(selector) && selector.length > 1 ? selectorText(selector as string[], config) : '');
  const model = text((data.model as Named | undefined)?.name);
  switch (data.type) {
    case 'start': return [['inputs', names(list(data.variables), 'variable')]];
    case 'end': return [['outputs', names(list(data.outputs), 'variable')]];
    case 'answer': return [['text', shown(data.answer)]];
    case 'llm': return [['model', model], ['context', (data.context as Named | undefined)?.enabled ? from((data.context as Named).variable_selector) : '']];
    case 'agent': return [['strategy', text(data.agent_strategy_label) || text(data.agent_strategy_name)]];
    case 'parameter-extractor': return [['model', model], ['outputs', names(list(data.parameters), 'name')]];
    case 'knowledge-retrieval': return [['from', from(data.query_variable_selector)], ['bases', String((data.dataset_ids as unknown[] | undefined)?.length ?? 0)]];
    case 'document-extractor': return [['from', from(data.variable_selector)]];
    case 'code': return [['language', data.code_language === 'javascript' ? 'JavaScript' : 'Python 3'], ['outputs', Object.keys(data.outputs ?? {}).join(', ')]];
    case 'template-transform': return [['text', shown(data.template).replaceAll(/\s+/g, ' ')]];
    case 'http-request': return [['http', `${text(data.method).toUpperCase()} ${shown(data.url)}`.trim()]];
    case 'tool': return [['tool', text(data.tool_label) || text(data.tool_name)], ['from', text(data.provider_name)]];
    case 'variable-aggregator': case 'variable-assigner':
      return [['from', Array.isArray(data.variables) ? (data.variables as unknown[]).map(from).join(', ') : '']];
    case 'assigner': return [['writes', list(data.items).map((one) => from(one.variable_selector)).join(', ') || from(data.assigned_variable_selector)]];
    case 'list-operator': return [['from', from(data.variable)]];
    case 'human-input': return [['fields', names(list(data.inputs), 'output_variable_name')]];
    case 'trigger-webhook': return [['http', text(data.method).toUpperCase()]];
    case 'trigger-schedule': return [['text', text(data.cron_expression) || text(data.frequency)]];
    default: return [];
  }
}

/** `Title.variable` for a selector. */
export function selectorText([source, ...rest]: readonly string[], config: WorkflowConfig): string {
  const title = config.graph.nodes.find(({ id }) => id === source)?.data.title;
  return [title || source, ...rest].join('.');
}

/** A text with its references as people read them. */
export const readable = (value: string, config: WorkflowConfig): string =>
  value.replaceAll(/{{#([^#}]+)#}}/g, (_, path: string) => selectorText(path.split('.'), config));
