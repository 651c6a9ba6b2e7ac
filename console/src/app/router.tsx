import { createBrowserRouter, type RouteObject } from 'react-router';
import { beginFirstPaint } from '../api/firstPaint';
import { page } from '../ui/feature';
import { features } from './features';
import { RouteError } from './RouteError';

const inside: RouteObject[] = features.flatMap((feature) => feature.routes ?? []);
const outside: RouteObject[] = features.flatMap((feature) => feature.outside ?? []);
const hasHome = inside.some((route) => route.index === true || route.path === '');

/** All pages. What is inside a workspace stands in the shell. */
export const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    HydrateFallback: () => null,
    children: [
      ...outside,
      { path: '/', ...page('shell', async () => (await import('./Entrance')).Entrance) },
      {
        path: '/w/:ws',
        ...page('shell', async () => {
          beginFirstPaint();
          return (await import('./shell/Shell')).Shell;
        }),
        children: [
          {
            errorElement: <RouteError />,
            children: [
              ...(hasHome ? [] : [{ index: true, ...page('shell', async () => (await import('./FirstArea')).FirstArea) }]),
              ...inside,
              { path: '*', ...page('shell', async () => (await import('../ui/faces/Gone')).Gone) },
            ],
          },
        ],
      },
      { path: '*', ...page('shell', async () => (await import('./Entrance')).Entrance) },
    ],
  },
];

export const router = createBrowserRouter(routes);
