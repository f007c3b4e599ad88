package cn.lianban.testing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id with the smallest cost: a test district has ten accounts, a test three sign-ins. */
@Configuration(proxyBeanMethods = false)
public class TestPasswords {
  @Bean
  @Primary
  PasswordEncoder cheapPasswords() {
    return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
  }
}
