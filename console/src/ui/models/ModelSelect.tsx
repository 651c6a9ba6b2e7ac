import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useWorkspaceId } from '../../api/queries';
import { modelsQuery, type ModelType } from './models';

interface ModelSelectProps {
  type: ModelType;
  /** `provider/model`; null leaves the choice to the workspace. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** What null means, such as the model that is used then. */
  placeholder: string;
  /** Leaves out the built-in models: they quote, and cannot be given work. */
  withoutBuiltin?: boolean;
  id?: string;
  disabled?: boolean;
}

/** Chooses a model of one type. A model that is gone stays shown under its name until another is chosen. */
export function ModelSelect({ type, value, onChange, placeholder, withoutBuiltin = false, id, disabled }: ModelSelectProps) {
  const { data, isFetching } = useQuery(modelsQuery(useWorkspaceId(), type));
  return (
    <Select
      id={id}
      value={value ?? undefined}
      onChange={(next?: string) => onChange?.(next ?? null)}
      options={data?.filter((model) => !withoutBuiltin || !model.id.startsWith('builtin/')).map((model) => ({ value: model.id, label: model.id }))}
      placeholder={placeholder}
      loading={isFetching}
      disabled={disabled}
      allowClear
      showSearch
    />
  );
}
