package dev.ticketing.auth.adapter.persistence;

import static com.mongodb.client.model.Indexes.ascending;

import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.RememberEndedSessions;
import dev.ticketing.auth.domain.Provider;
import dev.ticketing.platform.mail.delivery.LetterBox;
import dev.ticketing.platform.persistence.IndexesAtStartup.Index;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.List;

/** Makes the indexes of this domain when the application starts; it is ready once they are made. */
@ApplicationScoped
public class AuthIndexes {

  /**
   * @param users and sessions have to be there first: their outboxes need indexes, too
   */
  void make(
      @Observes Startup event,
      AuthDomain domain,
      OgmUserRepository users,
      OgmSessionRepository sessions,
      RememberEndedSessions remember) {
    users.begin();
    sessions.begin();
    domain
        .store()
        .makeIndexes(
            List.of(
                Index.unique(UserDocuments.COLLECTION, ascending(UserDocuments.EMAIL)),
                IdentityDocuments.index(Provider.GOOGLE),
                IdentityDocuments.index(Provider.FACEBOOK),
                MongoSpentAttempts.index(),
                Index.on(LetterBox.COLLECTION, ascending(LetterBox.DUE)),
                Index.on(SessionFields.COLLECTION, ascending(SessionFields.USER, SessionFields.ID)),
                Index.on(SessionFields.COLLECTION, ascending(SessionFields.TOKENS_EXPIRE))),
            remember::remember);
  }
}
