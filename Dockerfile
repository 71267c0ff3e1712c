FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* && pip install --no-cache-dir uv
WORKDIR /app
COPY . .
RUN uv sync --locked --no-default-groups --extra scale
ENV PATH=/app/.venv/bin:$PATH PLAYBOOK_HOME=/data DO_NOT_TRACK=1 PREFECT_SERVER_ANALYTICS_ENABLED=false
VOLUME /data
ENTRYPOINT ["playbook"]
