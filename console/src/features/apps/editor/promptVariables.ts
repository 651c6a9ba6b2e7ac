const pattern = /\{\{((?:conversation\.)?[a-zA-Z_][a-zA-Z0-9_]{0,29})\}\}/g;

interface PromptPart {
  text: string;
  /** Set when the part is `{{variable}}`. */
  variable?: string;
}

/** A prompt cut into plain text and variables. */
export function variableParts(prompt: string): PromptPart[] {
  const parts: PromptPart[] = [];
  let at = 0;
  for (const found of prompt.matchAll(pattern)) {
    if (found.index > at) parts.push({ text: prompt.slice(at, found.index) });
    parts.push({ text: found[0], variable: found[1] });
    at = found.index + found[0].length;
  }
  if (at < prompt.length) parts.push({ text: prompt.slice(at) });
  return parts;
}

/** The variables that a prompt names, each once. */
export const usedVariables = (prompt: string): string[] =>
  [...new Set(variableParts(prompt).flatMap(({ variable }) => variable ?? []))];

/** The variables of a prompt that nothing fills; the model would see them as they are written. */
export const unknownVariables = (prompt: string, known: readonly string[]): string[] =>
  usedVariables(prompt).filter((variable) => !known.includes(variable));
