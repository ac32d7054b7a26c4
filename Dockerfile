# The product for a server; docker-compose.yml runs this image as migrate, web, worker and beat.
FROM python:3.11-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 SMM_STATE=/app/var MEDIA_ROOT=/srv/files
RUN useradd --system --uid 10001 --create-home smm && install -d -o smm -g smm /srv/files
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt
COPY . .
RUN python manage.py collectstatic --no-input && python -m compileall -q /app
USER smm
EXPOSE 8000
CMD ["gunicorn", "smmstrategy.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "2", "--threads", "4", "--preload", "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
