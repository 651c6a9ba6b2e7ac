import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../api/problem';
import { CopyButton } from '../copy/CopyButton';
import { Face } from './Face';
import { Forbidden } from './Forbidden';
import { Gone } from './Gone';
import { PlainButton } from '../form/PlainButton';

interface ErrorFaceProps {
  error: unknown;
  onRetry?: () => void;
  compact?: boolean;
}

/** A failed reading: the sentence, the code, the trace id to copy, and another try. 403 and 404 have faces of their own. */
export function ErrorFace({ error, onRetry, compact }: ErrorFaceProps) {
  const { t } = useTranslation();
  const problem = error instanceof Problem ? error : undefined;
  if (problem?.status === 403) return <Forbidden permission={problem.permission} compact={compact} />;
  if (problem?.status === 404) return <Gone compact={compact} />;

  return (
    <Face
      role="alert"
      title={t('error.title')}
      compact={compact}
      action={onRetry && <PlainButton onClick={onRetry}>{t('retry')}</PlainButton>}
    >
      {problemText(error)}
      {problem && <TraceLine problem={problem} />}
    </Face>
  );
}

/** The code and the trace id of a problem, to be handed to whoever looks after the installation. */
export function TraceLine({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <div className="md-trace">
      <span>{problem.code}{problem.traceId && ` · ${problem.traceId}`}</span>
      {problem.traceId && <CopyButton text={problem.traceId} label={t('error.copy_trace')} />}
    </div>
  );
}
