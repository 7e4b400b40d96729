// SPDX-License-Identifier: Apache-2.0
import { Component, ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Told when drawing the children failed: they are gone. */
  onFailure(): void;
}

/** Keeps a failure to what it happened in. */
export class Guard extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
