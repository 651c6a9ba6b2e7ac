import { Select } from 'antd';

interface ChoiceProps {
  label: string;
  /** What stands there while nothing is chosen. */
  all: string;
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: string }[];
}

/** A filter of a list by one of a few values; empty for all. */
export function Choice({ label, all, value, onChange, options }: ChoiceProps) {
  return (
    <Select
      className="md-choice" allowClear popupMatchSelectWidth={false} aria-label={label} placeholder={all} value={value || undefined}
      options={options} onChange={(next?: string) => onChange(next ?? '')}
    />
  );
}
