import type { VariableGroup, VariableOption, VariableType } from '../../model/graph';
import { matchScore } from '../../../../ui/search/matchScore';
import { fits } from './operators';

/** A line of the list of variables. */
export interface TreeRow {
  key: string;
  group: VariableGroup;
  /** Whether the group's title stands over it. */
  isFirst: boolean;
  option: VariableOption;
  /** 0 for a variable, more for fields in it. */
  depth: number;
  /** Whether what was typed fits itself, not only something in it. */
  isHit: boolean;
  /** Whether its type is one that is asked for. */
  isFit: boolean;
  /** Whether there is something in it that can be chosen. */
  canExpand: boolean;
  isExpanded: boolean;
}

interface Shown {
  /** What was typed: fits names, labels, titles of nodes, and their pinyin initials. */
  query: string;
  /** The types that are asked for; all without. */
  wanted: readonly VariableType[] | undefined;
  /** Keys of the lines that are unfolded. */
  expanded: ReadonlySet<string>;
}

/** The lines of a list of variables, in the order of the groups. */
export function rowsOf(groups: readonly VariableGroup[], { query, wanted, expanded }: Shown): TreeRow[] {
  const matches = (text: string) => matchScore(query, text) > 0;
  const isHit = ({ selector, label, children }: VariableOption): boolean =>
    matches(selector.at(-1)!) || matches(label) || (children?.some(isHit) ?? false);
  const isUseful = ({ type, children }: VariableOption): boolean => fits(type, wanted) || (children?.some(isUseful) ?? false);

  const rows: TreeRow[] = [];
  for (const group of groups) {
    const before = rows.length;
    const all = matches(group.title);
    const visit = (option: VariableOption, depth: number, isInside: boolean) => {
      if (!isInside && !isHit(option)) return;
      const key = option.selector.join('.');
      const self = isInside || matches(option.selector.at(-1)!) || matches(option.label);
      const canExpand = option.children?.some(isUseful) ?? false;
      // What was found inside is shown inside.
      const isExpanded = canExpand && (expanded.has(key) || (query.trim() !== '' && !self));
      rows.push({ key, group, isFirst: rows.length === before, option, depth, isHit: self, isFit: fits(option.type, wanted), canExpand, isExpanded });
      if (isExpanded) for (const child of option.children!) visit(child, depth + 1, self);
    };
    for (const option of group.variables) visit(option, 0, all);
  }
  return rows;
}
