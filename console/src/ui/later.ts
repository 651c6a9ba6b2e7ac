import i18n from 'i18next';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A component that is loaded, with its words, when it is drawn for the first time. */
export function later<P>(words: readonly string[], load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), i18n.loadNamespaces(words)]);
    return { default: component };
  });
}
