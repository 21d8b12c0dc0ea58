package dev.ticketing.auth.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a pending token as one text in its user's document. */
@Converter
public class PendingTokenConverter implements AttributeConverter<PendingToken, String> {

  @Override
  public String convertToDatabaseColumn(PendingToken token) {
    return token == null ? null : token.toString();
  }

  @Override
  public PendingToken convertToEntityAttribute(String text) {
    return text == null ? null : PendingToken.parse(text);
  }
}
