# The broker with all its packages in it, no root.
FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY shared ./shared
COPY broker ./broker
COPY scripts/broker ./scripts/broker
COPY scripts/licences ./scripts/licences
# Started once, so that the code it starts with is there compiled.
RUN node scripts/broker/build-broker.ts && node .output/broker/start.mjs help

FROM node:26-slim
# The last two halve the memory under load (docs/performance.md).
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8787 \
    DATA_DIR=/data \
    NODE_OPTIONS=--max-semi-space-size=8 \
    MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /app/.output/broker ./
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "start.mjs"]
