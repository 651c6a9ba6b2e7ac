import i18n from 'i18next';
import { lazy, Suspense } from 'react';
import type { App } from '../../../ui/chat/queries';
import { Loading } from '../../../ui/faces/Loading';

const Section = lazy(async () => {
  const [{ ChannelsSection }] = await Promise.all([import('./ChannelsSection'), i18n.loadNamespaces('channels')]);
  return { default: ChannelsSection };
});

/** The app's channels, loaded when somebody looks at how the app is reached. */
export function ChannelsEntry({ app }: { app: App }) {
  return <Suspense fallback={<Loading />}><Section app={app} /></Suspense>;
}
