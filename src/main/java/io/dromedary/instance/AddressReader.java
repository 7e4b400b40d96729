// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out where to ask: a known site, the sandbox, or a URL of the user's. Stateless. */
final class AddressReader {

    private static final String SANDBOX = "sandbox";
    private static final List<String> API_SCHEMES = List.of("https", "http");
    private static final List<String> PAGE_SCHEMES = List.of("https");
    private static final int MAX_PORT = 65_535;

    /** @param ownUrl the data source's URL, used when {@code jsonData} names neither a site nor a URL */
    Address read(OpenSettings open, @Nullable String ownUrl) {
        var site = open.text(Option.SITE);
        var url = open.text(Option.URL);
        if (site.isPresent() && url.isPresent()) {
            throw new SettingsException("Set either jsonData.site or jsonData.url, not both: remove one of them");
        }
        if (site.isPresent()) {
            return atSite(site.get());
        }
        return url.or(() -> Optional.ofNullable(ownUrl).map(String::strip).filter(text -> !text.isEmpty()))
                .map(this::atUrl)
                .orElseThrow(() -> new SettingsException(
                        "Choose where your Datadog account is: set jsonData.site to one of " + allSites()));
    }

    /** Returns where Datadog's own pages are, null if links are unwanted or nothing tells. */
    @Nullable
    URI pages(OpenSettings open, Address address) {
        if (!open.flag(Option.DATA_LINKS, true)) {
            return null;
        }
        var site = address.site();
        return open.text(Option.APP_URL)
                .map(text -> parse(text, Option.APP_URL, PAGE_SCHEMES, "https://acme.datadoghq.com"))
                .orElse(site == null ? null : site.appUrl());
    }

    private Address atSite(String text) {
        if (text.equalsIgnoreCase(SANDBOX)) {
            return Address.SANDBOX;
        }
        return Site.find(text).map(Address::of).orElseThrow(() -> {
            var near = Suggestion.site(text)
                    .map(site -> " Did you mean " + site.domain() + "?")
                    .orElse("");
            return new SettingsException(
                    "Unknown Datadog site in jsonData.site." + near + " The sites are " + allSites());
        });
    }

    private Address atUrl(String text) {
        var url = parse(text, Option.URL, API_SCHEMES, "https://api.datadoghq.eu");
        var host = url.getHost().toLowerCase(Locale.ROOT);
        Site.ofUiHost(host).ifPresent(site -> {
            throw new SettingsException(host + " is where people look at Datadog, not its API. Set jsonData.site to "
                    + site.domain() + ", or jsonData.url to " + site.apiUrl());
        });
        return Arrays.stream(Site.values())
                .filter(site -> site.apiUrl().equals(url))
                .findFirst()
                .map(Address::of)
                .orElse(new Address(null, url, false));
    }

    /** None of the messages repeats the URL: it may hold a password or a key. */
    private static URI parse(String text, Option option, List<String> schemes, String example) {
        var url = uri(text, option, example);
        var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme)) {
            throw new SettingsException(
                    option.fullName() + " must start with " + String.join(":// or ", schemes) + "://");
        }
        if (url.getRawUserInfo() != null) {
            throw new SettingsException("Remove the user name and password from " + option.fullName()
                    + ": keys belong in secureJsonData.apiKey and secureJsonData.appKey");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new SettingsException("Remove everything from the ? or # on in " + option.fullName()
                    + ": it must be a root, like " + example);
        }
        if (url.getHost() == null || url.getPort() > MAX_PORT || url.getPort() == 0) {
            throw new SettingsException(option.fullName() + " needs a valid host, like " + example);
        }
        return withoutSlash(url);
    }

    private static URI uri(String text, Option option, String example) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new SettingsException(option.fullName() + " is not a valid URL. It looks like " + example);
        }
    }

    private static URI withoutSlash(URI url) {
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }

    private static String allSites() {
        return Arrays.stream(Site.values())
                        .map(site -> site.domain() + " (" + site.label() + ")")
                        .collect(Collectors.joining(", "))
                + ", or sandbox";
    }
}
