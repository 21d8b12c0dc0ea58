package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.Roster;
import dev.ticketing.auth.application.UserDirectory;
import dev.ticketing.auth.application.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Reads users straight from their documents: recognising somebody needs no entity. */
@ApplicationScoped
public class UserDocuments implements UserDirectory, Roster {

  static final String COLLECTION = "users";
  static final String EMAIL = "email";
  static final String ADMIN = "admin";

  private static final String VERIFIED = "emailVerified";

  private static final String ID = "_id";

  private MongoCollection<Document> users;

  /** For the container's proxy. */
  protected UserDocuments() {}

  @Inject
  public UserDocuments(AuthDomain domain) {
    this.users = domain.store().collection(COLLECTION);
  }

  @Override
  public Optional<UserView> find(String id) {
    return Optional.ofNullable(users.find(eq(ID, id)).first()).map(UserDocuments::viewOf);
  }

  @Override
  public Optional<Account> findAccount(String email) {
    return Optional.ofNullable(users.find(eq(EMAIL, email)).first())
        .map(document -> new Account(viewOf(document), document.getString("passwordHash")));
  }

  @Override
  public List<Entry> list(int limit, String before) {
    return users
        .find(before == null ? Filters.empty() : lt(ID, before))
        .sort(descending(ID))
        .limit(limit)
        .map(UserDocuments::entryOf)
        .into(new ArrayList<>());
  }

  @Override
  public boolean hasAdmin() {
    return users.find(eq(ADMIN, true)).projection(include(ID)).first() != null;
  }

  private static Entry entryOf(Document document) {
    Date created = document.getDate("createdAt");
    return new Entry(viewOf(document), created == null ? null : created.toInstant());
  }

  static UserView viewOf(Document document) {
    return new UserView(
        document.getString(ID),
        document.getString("firstName"),
        document.getString("lastName"),
        document.getString(EMAIL),
        document.getBoolean(VERIFIED, false),
        UserView.rolesOf(document.getBoolean(ADMIN, false)));
  }
}
