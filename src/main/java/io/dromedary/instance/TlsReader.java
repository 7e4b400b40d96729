// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.Map;
import java.util.Optional;

/** Reads Grafana's usual TLS settings and checks that the PEM texts can be used. Stateless. */
final class TlsReader {

    Tls read(OpenSettings open, Map<String, String> secrets) {
        var own = open.flag(Option.TLS_AUTH);
        var ca = open.flag(Option.TLS_AUTH_WITH_CA_CERT)
                ? certificates(Option.TLS_CA_CERT, Option.TLS_AUTH_WITH_CA_CERT, secrets)
                : null;
        var certificate = own ? certificates(Option.TLS_CLIENT_CERT, Option.TLS_AUTH, secrets) : null;
        var key = own ? key(secrets) : null;
        return new Tls(
                open.flag(Option.TLS_SKIP_VERIFY),
                ca,
                certificate,
                key,
                open.text(Option.SERVER_NAME).orElse(null));
    }

    private static String certificates(Option option, Option cause, Map<String, String> secrets) {
        var pem = required(option, cause, secrets);
        if (!Pem.holdsCertificates(pem)) {
            throw unreadable(option, "CERTIFICATE");
        }
        return pem;
    }

    private static Secret key(Map<String, String> secrets) {
        var pem = required(Option.TLS_CLIENT_KEY, Option.TLS_AUTH, secrets);
        if (Pem.needsConversion(pem)) {
            throw new SettingsException(Option.TLS_CLIENT_KEY.fullName()
                    + " must not have a passphrase: convert it with openssl pkcs8 -topk8 -nocrypt");
        }
        if (!Pem.holdsPrivateKey(pem)) {
            throw unreadable(Option.TLS_CLIENT_KEY, "PRIVATE KEY");
        }
        return new Secret(pem);
    }

    private static String required(Option option, Option cause, Map<String, String> secrets) {
        return Optional.ofNullable(secrets.get(option.key()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new SettingsException(option.fullName() + " is missing although " + cause.fullName()
                        + " is switched on: paste the PEM text, or switch it off"));
    }

    private static SettingsException unreadable(Option option, String kind) {
        return new SettingsException(
                option.fullName() + " cannot be read: paste the whole PEM text with its line breaks, from BEGIN " + kind
                        + " to END " + kind);
    }
}
