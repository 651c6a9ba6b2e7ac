import { Input } from 'antd';

interface LinesInputProps {
  id?: string;
  value?: string[];
  onChange?: (lines: string[]) => void;
  placeholder?: string;
  rows?: number;
}

/** Several texts, one in each line. */
export function LinesInput({ value = [], onChange, rows = 3, ...rest }: LinesInputProps) {
  return (
    <Input.TextArea
      {...rest} className="md-mono" value={value.join('\n')} autoSize={{ minRows: rows, maxRows: 12 }} spellCheck={false}
      onChange={({ target }) => onChange?.(target.value.split('\n'))}
    />
  );
}
