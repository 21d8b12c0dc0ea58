package dev.ticketing.platform.persistence;

import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Lets Hibernate make its converters itself. Hibernate 5.3 would ask CDI for them through a method
 * that CDI 4 no longer has.
 */
public class PlainBeanContainer implements BeanContainer {

  @Override
  public <B> ContainedBean<B> getBean(
      Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
    B bean = producer.produceBeanInstance(type);
    return () -> bean;
  }

  @Override
  public <B> ContainedBean<B> getBean(
      String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
    B bean = producer.produceBeanInstance(name, type);
    return () -> bean;
  }

  @Override
  public void stop() {}
}
