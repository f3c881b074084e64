/** gRPC services: decode, delegate, encode. */
@NullMarked
package dev.mendgate.gateway.rpc;

import org.jspecify.annotations.NullMarked;
