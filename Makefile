# Lianban. `make help` lists what there is; everything a command needs it installs itself.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PORT ?= 8080
SIZE ?= default
DATA ?= ../shared/data
DISTRICT ?= 511602
OPERATOR ?= operator
JAR := backend/target/lianban-0.1.0.jar
# a JDK 25: JAVA_HOME, PATH, then the usual folders
export JAVA_HOME := $(shell infra/find-jdk 25)
export PATH := $(JAVA_HOME)/bin:$(PATH)
MVN := mvn -B -q -f backend/pom.xml
FRONT_SOURCES := $(shell find frontend schema -path '*/node_modules' -prune -o -path frontend/dist -prune -o -path frontend/src/gql -prune -o -type f -print 2>/dev/null)
BACK_SOURCES := $(shell find backend/src schema backend/pom.xml -type f 2>/dev/null)

.PHONY: help run test bench import-demo open-district open-operator reset crash format jdk tools

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

run: $(JAR) ## start everything on an embedded PostgreSQL (data kept in data/); PORT=8080, DATABASE_URL for a real server
	@PORT=$(PORT) exec java @infra/java.options -jar $(JAR) --spring.profiles.active=$${PROFILE:-demo}

test: jdk tools ## all tests: back end, front end, browser journeys (this is what CI runs)
	@infra/test

bench: $(JAR) ## measure the product against pgbench on one server; SIZE=full for 200 districts, 1M cases
	@SIZE=$(SIZE) infra/bench/run

import-demo: $(JAR) ## set up a real district: DATA=../shared/data DISTRICT=511602
	@java -Xmx768m -jar $(JAR) --spring.profiles.active=$${PROFILE:-demo} --lianban.command=import-demo --lianban.data=$(abspath $(DATA)) --lianban.district=$(DISTRICT)

open-district: $(JAR) ## an empty district for its administrator, who brings the rest on screens: DATA=../shared/data DISTRICT=511602
	@java -Xmx768m -jar $(JAR) --spring.profiles.active=$${PROFILE:-demo} --lianban.command=open-district --lianban.data=$(abspath $(DATA)) --lianban.district=$(DISTRICT)

open-operator: $(JAR) ## an account for the platform's operator, or another first password for it: OPERATOR=operator, DATABASE_URL for a real server
	@java -Xmx768m -jar $(JAR) --spring.profiles.active=$${PROFILE:-demo} --lianban.command=open-operator --lianban.operator=$(OPERATOR)

reset: ## forget the embedded database and start over
	@infra/stop-leftover data && rm -rf data && echo "data/ removed: the next make run starts over"

crash: $(JAR) ## kill -9 of service and database under load: no acknowledged write may be lost
	@infra/crash/run

format: jdk ## format the Java sources
	@$(MVN) spotless:apply

jdk:
	@[ -n "$(JAVA_HOME)" ] || { echo "Lianban needs a JDK 25: install one (e.g. Temurin 25) and set JAVA_HOME"; exit 1; }

tools: ## install what tests need (as root: Debian's postgresql, chromium-headless-shell, CJK fonts)
	@infra/install-tools

frontend/node_modules/.installed: frontend/package-lock.json
	@cd frontend && npm ci --no-fund --no-audit --loglevel=error && touch node_modules/.installed

frontend/dist/.built: frontend/node_modules/.installed $(FRONT_SOURCES)
	@cd frontend && npm run --silent build && touch dist/.built

$(JAR): jdk frontend/dist/.built $(BACK_SOURCES)
	@[ -f $(JAR) ] && [ -z "$$(find backend/src backend/pom.xml schema frontend/dist/.built -newer $(JAR) -print -quit)" ] || { echo "building $(JAR) …"; $(MVN) -DskipTests package; touch $(JAR); }
