/** A known endpoint that speaks OpenAI's API. */
export interface Preset {
  /** Also the provider's name unless somebody changes it. */
  name: string;
  /** A proper name that is the same in every language. */
  label: string;
  base_url: string;
}

export const presets: readonly Preset[] = [
  { name: 'openai', label: 'OpenAI', base_url: 'https://api.openai.com/v1' },
  { name: 'dashscope', label: 'DashScope', base_url: 'https://dashscope.aliyuncs.com/compatible-mode/v1' },
  { name: 'deepseek', label: 'DeepSeek', base_url: 'https://api.deepseek.com/v1' },
  { name: 'ollama', label: 'Ollama', base_url: 'http://127.0.0.1:11434/v1' },
  { name: 'vllm', label: 'vLLM', base_url: 'http://127.0.0.1:8000/v1' },
  { name: 'xinference', label: 'Xinference', base_url: 'http://127.0.0.1:9997/v1' },
];
