package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * A file as a form of HTML hands it in.
 *
 * @param contentType of the body, with the boundary
 * @param body the one part
 */
record FileForm(String contentType, byte[] body) {
    static FileForm of(String field, OutgoingMessage.File file) {
        byte[] content = file.content().content();
        // No file has its own hash in it.
        String boundary = "storeops-" + Sha256.of(content).hex();
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + 512);
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + file.name() + "\"; filelength=" + content.length + "\r\nContent-Type: "
                        + "application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return new FileForm("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** A picture within a message of WeCom, with the MD5 that WeCom checks it by. */
    static Map<String, Json> image(byte[] content) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(content);
            return Map.of(
                    "base64", Json.of(Base64.getEncoder().encodeToString(content)),
                    "md5", Json.of(HexFormat.of().formatHex(md5)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
