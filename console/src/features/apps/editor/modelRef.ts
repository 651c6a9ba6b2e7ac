/** A model as configurations name it. */
export interface ModelRef {
  provider?: string;
  name?: string;
  [other: string]: unknown;
}

/** `provider/model` of what a configuration names; null when it names none. Plug-in providers have a path before their name. */
export function modelId(model: unknown): string | null {
  if (typeof model === 'string') return model === '' ? null : model;
  const { provider, name } = (model ?? {}) as ModelRef;
  return provider && name ? `${provider.slice(provider.lastIndexOf('/') + 1)}/${name}` : null;
}

/** What a configuration writes for `provider/model`; model names may hold slashes of their own. */
export function modelRef(id: string | null): ModelRef | undefined {
  if (id === null) return undefined;
  const at = id.indexOf('/');
  return { provider: id.slice(0, at), name: id.slice(at + 1) };
}
