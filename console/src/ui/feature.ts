import i18n from 'i18next';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { AreaName } from './areas';

/**
 * What `src/features/<room>/routes.tsx` exports by these names. The router finds the file by its place: adding a feature is
 * adding a folder, deleting the folder deletes the feature.
 */
export interface Feature {
  /** Pages inside the shell, with paths below `/w/{workspace}/`. */
  routes?: RouteObject[];
  /** Pages outside the shell, with absolute paths. */
  outside?: RouteObject[];
  /** The places of the navigation that this feature serves. */
  nav?: readonly AreaName[];
}

/** A page that is loaded, with its words, when somebody goes there: `{ path: 'apps', ...page('apps', () => …) }`. */
export function page(words: string | string[], load: () => Promise<ComponentType>): Pick<RouteObject, 'lazy'> {
  return {
    lazy: async () => {
      const [Component] = await Promise.all([load(), i18n.loadNamespaces(words)]);
      return { Component };
    },
  };
}
