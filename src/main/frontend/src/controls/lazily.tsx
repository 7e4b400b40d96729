// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Spinner, useStyles2 } from '@grafana/ui';
import React, { ComponentType, useEffect, useState } from 'react';
import { appearing } from './appearing';

/** A component whose code can be fetched before it is shown. */
export type Lazy<P> = ComponentType<P> & { preload(): Promise<void> };

/**
 * Returns a component whose code is fetched when it is first shown, or asked for by `preload`. Its place is kept until
 * then; after that it is drawn at once. Where its code cannot be had, it can be asked for again.
 *
 * @param height of what will be drawn, in pixels
 */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
  height: number | ((props: P) => number)
): Lazy<P> {
  let loaded: ComponentType<P> | undefined;
  const preload = async () => {
    loaded ??= await load();
  };

  function Lazily(props: P) {
    const [Component, setComponent] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Component || failed) {
        return undefined;
      }
      let wanted = true;
      preload().then(
        () => wanted && setComponent(() => loaded),
        () => wanted && setFailed(true)
      );
      return () => {
        wanted = false;
      };
    }, [Component, failed]);

    if (Component) {
      return <Component {...props} />;
    }
    return failed ? (
      <Missing onRetry={() => setFailed(false)} />
    ) : (
      <Place height={typeof height === 'function' ? height(props) : height} />
    );
  }
  return Object.assign(Lazily, { preload });
}

/** Fetches the code of a component, if it is not there anyway. Failures show once it is drawn. */
export function preload(component: object): Promise<void> {
  return 'preload' in component ? (component as Lazy<object>).preload().catch(() => {}) : Promise.resolve();
}

function Place({ height }: { height: number }) {
  const className = useStyles2(appearing);
  return (
    <div className={className} style={{ minHeight: height }} role="status" aria-label="Loading">
      <Spinner />
    </div>
  );
}

function Missing({ onRetry }: { onRetry(): void }) {
  return (
    <Alert severity="warning" title="This part of the plugin could not be loaded">
      <p>If the plugin was updated, reload the page.</p>
      <Button size="sm" variant="secondary" onClick={onRetry}>
        Try again
      </Button>
    </Alert>
  );
}
