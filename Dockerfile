# Written for python:3.11-slim; not built by CI, which has no Docker engine.
FROM python:3.11-slim
WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock && useradd --system tyrna && mkdir var && chown tyrna var
COPY bot.py ./
COPY kb kb
COPY handlers handlers
USER tyrna
VOLUME /app/var
STOPSIGNAL SIGTERM
CMD ["python", "bot.py", "run"]
