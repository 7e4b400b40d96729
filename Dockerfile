# SPDX-License-Identifier: Apache-2.0
# Dromedary for pipelines and health: docker build -t dromedary .    See docs/running.md.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -q -DskipTests -DskipFrontend package

FROM eclipse-temurin:25-jre
ENV DROMEDARY_HTTP_HOST=0.0.0.0 \
    DROMEDARY_HTTP_DRAIN_DELAY=5s
COPY --from=build /src/target/plugin/lib /opt/dromedary/lib
COPY routes /opt/dromedary/routes
COPY kamelets /opt/dromedary/kamelets
COPY application.properties LICENSE NOTICE /opt/dromedary/
COPY deploy/docker/java.options deploy/docker/train /opt/dromedary/
# the cache of loaded classes fits only the Java it was made with: this one
RUN mkdir -p /etc/dromedary /opt/dromedary/routes/own /data \
    && touch /etc/dromedary/dromedary.properties \
    && rm -rf /opt/dromedary/lib/cache \
    && bash /opt/dromedary/train \
    && chown 10001:10001 /data
USER 10001:10001
WORKDIR /data
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "@/opt/dromedary/java.options", "-XX:AOTCache=/opt/dromedary/lib/serve.aot", "-jar", "/opt/dromedary/lib/dromedary.jar", "serve"]
