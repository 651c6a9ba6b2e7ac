import type { Finding, Report } from '../types';

const order: readonly Finding['severity'][] = ['critical', 'warning', 'info'];

export interface Found {
  report: Report;
  finding: Finding;
}

/** The findings of all checks, critical first, in the order of the checks. */
export function ranked(reports: readonly Report[]): Found[] {
  return reports
    .flatMap((report) => report.findings.map((finding) => ({ report, finding })))
    .sort((a, b) => order.indexOf(a.finding.severity) - order.indexOf(b.finding.severity));
}

export const criticalOf = (reports: readonly Report[]): Found[] => ranked(reports).filter(({ finding }) => finding.severity === 'critical');
