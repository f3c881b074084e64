#!/bin/sh
# Writes the archive from which the launcher's JVM takes the classes of `suggest` ready to run.
#
# usage: archive.sh JAVA TARGET ARCHIVE
#
# JAVA    the program
# TARGET  gateway/target, with mendgate-gateway.jar and lib, as an absolute path
# ARCHIVE file to write, as an absolute path
#
# Without it everything works too, only later.
set -eu

target=$2
archive=$3
bin=$(dirname "$(readlink -f "$(command -v "$1")")")
java=$bin/java
classes="$target/mendgate-gateway.jar:$target/lib/*"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# A JVM that breaks leaves its report where it stands.
cd "$scratch"

# Classes of signed jars are left out of archives, and verifying them takes longer than loading.
for jar in "$target"/lib/*.jar; do
  "$bin/jar" --list --file "$jar" | grep -qE '^META-INF/[^/]*\.(SF|RSA|DSA|EC)$' || continue
  mkdir "$scratch/jar"
  (
    cd "$scratch/jar"
    "$bin/jar" --extract --file "$jar"
    rm -f META-INF/*.SF META-INF/*.RSA META-INF/*.DSA META-INF/*.EC
    # Behind the first empty line are the digests.
    tr -d '\r' <META-INF/MANIFEST.MF | sed '/^$/,$d' >../manifest
    rm META-INF/MANIFEST.MF
    "$bin/jar" --create --file ../plain.jar --manifest ../manifest .
  )
  mv "$scratch/plain.jar" "$jar"
  rm -rf "$scratch/jar"
done

# A failure to learn from which classes are used.
mkdir -p "$scratch/repo/src/main/java/order"
cat >"$scratch/repo/src/main/java/order/Order.java" <<'JAVA'
package order;

import java.util.Map;

public class Order {
  private Map<String, String> names;

  public int length(String customer, String[] parts) {
    return parts[parts.length - 1].length() + names.get(customer).length();
  }
}
JAVA
cat >"$scratch/failure.txt" <<'TRACE'
java.lang.NullPointerException: Cannot invoke "java.util.Map.get(Object)" because "this.names" is null
	at order.Order.length(Order.java:9)
TRACE
git -C "$scratch/repo" init -q
git -C "$scratch/repo" add .
git -C "$scratch/repo" -c user.name=launcher -c user.email=launcher@localhost \
  -c commit.gpgsign=false commit -q -m "Order"

"$java" -XX:DumpLoadedClassList="$scratch/classes" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "$classes" dev.mendgate.gateway.cli.Main suggest --no-validate \
  --repo "$scratch/repo" --failure "$scratch/failure.txt" --data "$scratch/data" \
  --out "$scratch/out"
mkdir -p "$(dirname "$archive")"
"$java" -Xshare:dump -XX:SharedClassListFile="$scratch/classes" \
  -XX:SharedArchiveFile="$scratch/archive" -cp "$classes"
mv -f "$scratch/archive" "$archive"
