import { newId } from './reading';
import { starterCode } from './starterCode';

/** No model named: the workspace's own answers. */
const model = () => ({ provider: '', name: '', mode: 'chat', completion_params: { temperature: 0.7 } });
const vision = () => ({ enabled: false });

/** The settings of a new node of a type, without what all have. */
export function defaults(type: string): Record<string, unknown> {
  switch (type) {
    case 'start': return { variables: [] };
    case 'end': return { outputs: [] };
    case 'answer': return { answer: '', variables: [] };
    case 'llm': return {
      model: model(), prompt_template: [{ id: newId(), role: 'system', text: '' }, { id: newId(), role: 'user', text: '' }],
      context: { enabled: false, variable_selector: [] }, vision: vision(), variables: [],
    };
    case 'knowledge-retrieval': return {
      query_variable_selector: [], dataset_ids: [], retrieval_mode: 'multiple',
      multiple_retrieval_config: { top_k: 4, score_threshold: null, reranking_enable: false }, metadata_filtering_mode: 'disabled',
    };
    case 'question-classifier': return {
      query_variable_selector: [], model: model(), classes: [{ id: '1', name: '' }, { id: '2', name: '' }], instruction: '', vision: vision(),
    };
    case 'parameter-extractor': return {
      query: [], model: model(), parameters: [], instruction: '', reasoning_mode: 'prompt', vision: vision(),
    };
    case 'if-else': return { cases: [{ case_id: 'true', id: 'true', logical_operator: 'and', conditions: [] }] };
    case 'code': return {
      variables: [{ variable: 'arg1', value_selector: [] }], code_language: 'python3', code: starterCode('python3', ['arg1']),
      outputs: { result: { type: 'string', children: null } },
    };
    case 'template-transform': return { variables: [{ variable: 'arg1', value_selector: [] }], template: '{{ arg1 }}' };
    case 'variable-aggregator': return { output_type: 'any', variables: [] };
    case 'assigner': return { version: '2', items: [] };
    case 'iteration': return {
      iterator_selector: [], output_selector: [], output_type: 'array[any]', start_node_id: '', is_parallel: false, parallel_nums: 10,
      error_handle_mode: 'terminated', flatten_output: true,
    };
    case 'loop': return {
      start_node_id: '', loop_count: 10, loop_variables: [], break_conditions: [], logical_operator: 'and',
    };
    case 'http-request': return {
      method: 'get', url: '', authorization: { type: 'no-auth', config: null }, headers: '', params: '', body: { type: 'none', data: [] },
      timeout: { connect: 10, read: 600, write: 600 }, ssl_verify: true, variables: [],
      retry_config: { retry_enabled: true, max_retries: 3, retry_interval: 100 },
    };
    case 'tool': return {
      provider_id: '', provider_type: 'builtin', provider_name: '', tool_name: '', tool_label: '', tool_configurations: {}, tool_parameters: {},
    };
    case 'document-extractor': return { variable_selector: [], is_array_file: false };
    case 'list-operator': return {
      variable: [], filter_by: { enabled: false, conditions: [] }, extract_by: { enabled: false, serial: '1' },
      order_by: { enabled: false, key: '', value: 'asc' }, limit: { enabled: false, size: 10 },
    };
    case 'agent': return {
      agent_strategy_provider_name: 'langgenius/agent/agent', agent_strategy_name: 'function_calling', agent_strategy_label: 'FunctionCalling',
      agent_parameters: {
        model: { type: 'constant', value: { provider: '', model: '', model_type: 'llm', mode: 'chat', completion_params: {} } },
        tools: { type: 'constant', value: [] }, instruction: { type: 'constant', value: '' }, query: { type: 'constant', value: '' },
        maximum_iterations: { type: 'constant', value: 5 },
      },
      output_schema: null,
    };
    case 'human-input': return {
      form_content: '', inputs: [], user_actions: [{ id: 'action_1', title: '', button_style: 'primary' }],
      delivery_methods: [{ id: newId(), type: 'webapp', enabled: true }], timeout: 36, timeout_unit: 'hour',
    };
    case 'trigger-webhook': return {
      method: 'POST', content_type: 'application/json', headers: [], params: [], body: [], async_mode: true, status_code: 200,
      response_body: '', webhook_url: '', variables: [],
    };
    case 'trigger-schedule': return {
      mode: 'visual', frequency: 'daily', cron_expression: '', timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      visual_config: { time: '09:00 AM', weekdays: ['mon'], on_minute: 0, monthly_days: [1] },
    };
    default: return {};
  }
}
