# The demo site, built once and run as `npm run web` or `npm run worker`. Not Alpine: nothing here needs
# to be that small, and the embedded PostgreSQL and sharp have their tested binaries for glibc.

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM dependencies AS build
COPY . .
RUN npm run build:site

FROM node:20-bookworm-slim AS site
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 WORKFLOWS_DATA_DIR=/data
WORKDIR /app
# The commands run TypeScript and generate nothing at run time, so sources and tools come along.
COPY --from=build --chown=node:node /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["npm", "run", "web", "--silent"]
