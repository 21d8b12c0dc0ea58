package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.UserDirectory;
import dev.ticketing.auth.application.UserView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bson.Document;

/** Reads users straight from their documents: recognising somebody needs no entity. */
@ApplicationScoped
public class UserDocuments implements UserDirectory {

  static final String COLLECTION = "users";
  static final String EMAIL = "email";

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

  static UserView viewOf(Document document) {
    return new UserView(
        document.getString(ID),
        document.getString("firstName"),
        document.getString("lastName"),
        document.getString(EMAIL));
  }
}
