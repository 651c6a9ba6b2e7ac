import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery, useWorkspaceId } from '../../../api/queries';
import { Forbidden } from '../../../ui/faces/Forbidden';
import { Result } from '../../../ui/faces/Result';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';

/** A page for those who operate the installation; others are told who can let them in. */
export function OperatorOnly({ title, children }: { title: string; children: ReactNode }) {
  const me = useQuery(meQuery(useWorkspaceId()));
  if (me.data?.installation_admin) return children;
  return (
    <Page head={<PageHeader title={title} />}>
      <Result query={me}>{() => <Forbidden permission="installation.operate" />}</Result>
    </Page>
  );
}
