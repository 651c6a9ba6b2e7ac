import i18n from 'i18next';
import { Component, type ReactNode } from 'react';

/** Keeps a failure in the card in which it happened. */
export class CardBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <div className="md-node" data-broken><header><strong>{i18n.t('flow:card.broken')}</strong></header></div>;
  }
}
