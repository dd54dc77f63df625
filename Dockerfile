# Written for python:3.11-slim; not built by CI, which has no Docker engine. The root file system can be read-only: only var is written to.
FROM python:3.11-slim
WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock && useradd --no-create-home --uid 10001 tyrna && mkdir var && chown tyrna var
COPY bot.py ./
COPY kb kb
COPY handlers handlers
USER tyrna
VOLUME /app/var
ENV PYTHONDONTWRITEBYTECODE=1 TYRNA_HEALTH__LISTEN=127.0.0.1:8081
# Asks the bot itself; no address with the token in it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8081/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["python", "bot.py", "run"]
