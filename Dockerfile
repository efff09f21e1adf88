# syntax=docker/dockerfile:1

# The build fetches the packages that it needs, among them the optional ones with esbuild's and Sass's binaries.
FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY bin bin
COPY src src
RUN node bin/build.js

# The image brings Node 26 itself, so the optional packages stay out.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:26-slim
WORKDIR /app
COPY package.json LICENSE* ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/built built
COPY bin bin
COPY examples examples
COPY src src
RUN install -d -o node -g node /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/ping').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and stops on SIGTERM by itself.
CMD ["node", "src/cli.ts", "serve"]
