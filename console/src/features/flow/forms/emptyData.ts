import type { TFunction } from 'i18next';
import type { NodeData } from '../model/graph';
import { defaults } from './logic/defaults';
import { NODE_TYPES, UNKNOWN_TYPE } from './nodeTypes';

/** The settings of a new node, in the DSL's shape. The title is the type's name in the language of `t`. */
export function emptyData(type: string, t: TFunction): NodeData {
  return { type, title: t(NODE_TYPES[type]?.titleKey ?? UNKNOWN_TYPE.titleKey), desc: '', ...defaults(type) };
}
