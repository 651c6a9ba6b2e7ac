import type { ComponentType } from 'react';
import { later } from '../../../ui/later';
import type { NodeFormProps } from '../model/graph';

const form = (load: () => Promise<ComponentType<NodeFormProps>>) => later(['flowForms', 'flowNodes'], load);

/** The forms by type. Each is loaded when a node of its type is opened for the first time. */
export const typeForms: Readonly<Record<string, ComponentType<NodeFormProps>>> = {
};

/** For types that nobody here knows. */
export const UnknownForm = form(async () => (await import('./types/UnknownForm')).UnknownForm);
