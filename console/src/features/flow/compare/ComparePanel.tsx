import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useReactFlow } from '@xyflow/react';
import { Select } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { versionQuery, versionsQuery } from '../../apps/queries';
import { useEditor, useFlow } from '../canvas/FlowContext';
import type { Painting } from '../canvas/painting';
import { nodeOf } from '../model/connect';
import { readConfig } from '../model/read';
import { PanelFrame } from '../panels/PanelFrame';
import { ChangeList } from './ChangeList';
import { compare, countOf } from './compare';
import { paintingOf } from './paint';

interface ComparePanelProps {
  /** By default the live one. */
  version: number | undefined;
  onPaint: (painting: Painting | undefined) => void;
  onClose: () => void;
}

/** What the draft does differently from a version: listed here, and painted on the canvas while this is open. */
export function ComparePanel({ version: asked, onPaint, onClose }: ComparePanelProps) {
  const { t } = useTranslation(['flowCompare', 'appEditor']);
  const { app, editor } = useFlow();
  const ws = useWorkspaceId();
  const { fitView } = useReactFlow();
  const config = useDeferredValue(useEditor((state) => state.config));
  const versions = useInfiniteQuery(versionsQuery(ws, app.id));
  const [version, setVersion] = useState(asked ?? app.version);
  const query = useQuery(versionQuery(ws, app.id, version));
  const before = useMemo(() => (query.data ? readConfig(query.data.config) : undefined), [query.data]);
  const comparison = useMemo(() => before && compare(before, config), [before, config]);
  useEffect(() => {
    if (before && comparison) onPaint(paintingOf(comparison, before.graph));
    return () => onPaint(undefined);
  }, [before, comparison, onPaint]);

  const show = (id: string) => {
    if (nodeOf(config.graph, id)) editor.choose([id]);
    void fitView({ nodes: [{ id }], maxZoom: 1, padding: 1, duration: 200 });
  };
  return (
    <PanelFrame title={t('title')} label={t('title')} onClose={onClose}>
      <Select
        className="md-compare-version" aria-label={t('version')} value={version} onChange={setVersion}
        options={(versions.data ?? []).map((one) => ({
          value: one.version, label: `v${one.version}${one.name ? ` · ${one.name}` : ''}${one.version === app.version ? ` · ${t('live')}` : ''}`,
        }))}
      />
      <Result query={query} compact>
        {() => comparison && (countOf(comparison) === 0 ? <p className="md-soft">{t('same', { version })}</p> : (
          <>
            <p className="md-changes-legend" role="status">
              {(['added', 'changed', 'removed'] as const).map((kind) => (
                <span key={kind} data-kind={kind}>{t(`count.${kind}`, { count: comparison.nodes.filter((one) => one.kind === kind).length })}</span>
              ))}
            </p>
            <ChangeList comparison={comparison} onNode={show} />
          </>
        ))}
      </Result>
    </PanelFrame>
  );
}
