import { createContext, useContext } from 'react';
import type { VariableGroup, VariableSelector, VariableType } from '../model/graph';
import type { FormProps } from './NodeForm';
import { isSelector } from './logic/reading';
import { follow, type PlacedGroup } from './logic/scope';

export const FormContext = createContext<FormProps | undefined>(undefined);

/** The node whose form this is, what it may read, and how it is changed. */
export function useForm(): FormProps {
  const form = useContext(FormContext);
  if (!form) throw new Error('A part of a node’s form stands outside of one.');
  return form;
}

/** Finds types among what the node may read. */
export function useTypeOf(): (selector: unknown) => VariableType | undefined {
  const { variables } = useForm();
  return (selector) => typeIn(variables, selector);
}

/** The type of a variable among groups; undefined when it is not there. */
export function typeIn(groups: readonly VariableGroup[], selector: unknown): VariableType | undefined {
  if (!isSelector(selector)) return undefined;
  const [source, ...path]: VariableSelector = selector;
  for (const group of groups) {
    const type = group.source === source ? follow(group.variables, path) : undefined;
    if (type) return type;
  }
  return undefined;
}

const placeOf = (group: VariableGroup) => (group as PlacedGroup).place;

/** Where to choose from: `before` leaves out what is inside of the node, `inside` has nothing else. */
export function choicesOf(groups: readonly VariableGroup[], from: 'before' | 'inside'): VariableGroup[] {
  return groups.filter((group) => (placeOf(group) === 'inside') === (from === 'inside'));
}

/** What an assigner can write: the conversation's variables, and those of loops around it. */
export const writable = (groups: readonly VariableGroup[]): VariableGroup[] =>
  groups.filter((group) => group.source === 'conversation' || (placeOf(group) === 'around' && group.nodeType === 'loop'));
