-- The database and its roles, made once by psql as the superuser, here and in docker-compose.yml alike.
-- smm_owner owns the tables and migrates; smm_web is the login of web, worker and commands: it owns nothing and inherits
-- nothing, so that a query outside any scope is refused; smm_app is what a scope becomes for the length of a transaction.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv web_password WEB_PASSWORD
CREATE ROLE smm_app NOLOGIN;
CREATE ROLE smm_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE smm_web LOGIN NOINHERIT PASSWORD :'web_password';
GRANT smm_app TO smm_owner WITH ADMIN OPTION;
GRANT smm_app TO smm_web;
CREATE DATABASE smmstrategy OWNER smm_owner;
